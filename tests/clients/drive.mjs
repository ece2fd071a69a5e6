// Drives @supabase/postgrest-js: a line of JSON in is one call, a line of JSON out its result.
//   in   {function, arguments, options, chain: [[method, ...arguments], ...]}
//   out  {data, error, count, status}
// Arguments of the program: the server's URL and the token.

import { createInterface } from "node:readline";

import { PostgrestClient } from "@supabase/postgrest-js";

const [url, token] = process.argv.slice(2);
const client = new PostgrestClient(url, {
  schema: "booking_v1",
  headers: { Authorization: `Bearer ${token}` },
});

for await (const line of createInterface({ input: process.stdin })) {
  const call = JSON.parse(line);
  let request = client.rpc(call.function, call.arguments, call.options);
  for (const [method, ...given] of call.chain) {
    request = request[method](...given);
  }
  const { data, error, count, status } = await request;
  process.stdout.write(`${JSON.stringify({ data, error, count, status })}\n`);
}
