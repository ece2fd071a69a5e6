begin;
select plan(18);

create function pg_temp.address(p_forwarded_for text, p_proxies text, p_server_says text default '')
returns text
language plpgsql
as $function$
begin
    perform set_config('request.headers', json_build_object('x-forwarded-for', p_forwarded_for)::text, true);
    perform set_config('booking.proxy_count', p_proxies, true);
    perform set_config('booking.client_address', p_server_says, true);
    return booking.client_address();
end
$function$;

select is(pg_temp.address('192.0.2.1', ''), null, 'without a proxy the header is anybody''s to write');
select is(pg_temp.address('192.0.2.1', '0'), null, 'also where it is said');
select is(pg_temp.address('192.0.2.1', '1'), '192.0.2.1', 'one proxy appended its caller');
select is(pg_temp.address('10.9.8.7, 192.0.2.1', '1'), '192.0.2.1', 'what the client had written before does not count');
select is(pg_temp.address('10.9.8.7, 192.0.2.1, 10.0.0.2', '2'), '192.0.2.1', 'of two proxies the outer one knows');
select is(pg_temp.address('192.0.2.1', '2'), null, 'fewer entries than proxies: nobody knows');
select is(pg_temp.address('2001:db8:1:2:3::4', '1'), '2001:db8:1:2::/64', 'of IPv6 the network');
select is(pg_temp.address('::ffff:192.0.2.1', '1'), '192.0.2.1', 'of IPv4 in IPv6 the address');
select is(pg_temp.address('::FFFF:c000:0201', '1'), '192.0.2.1', 'however it is written');
select is(pg_temp.address('64:ff9b::192.0.2.1', '1'), '64:ff9b::c000:201', 'so behind NAT64');
select is(pg_temp.address('64:ff9b:1::1', '1'), '64:ff9b:1::/64', 'whose prefix is that one only');
select is(pg_temp.address('192.0.2.1:5555', '1'), '192.0.2.1', 'a port is that of a connection, and no part of it');
select is(pg_temp.address('', '1', '192.0.2.1:5555'), '192.0.2.1', 'nor where the server says so');
select is(pg_temp.address('[2001:db8:1:2:3::4]:5555', '1'), '2001:db8:1:2::/64', 'so with IPv6');
select is(pg_temp.address('[2001:db8:1:2:3::4]', '1'), '2001:db8:1:2::/64', 'and its brackets');
select is(pg_temp.address('unknown', '1'), 'unknown', 'what is no address is taken as it is');
select is(pg_temp.address('192.0.2.1', '1', '192.0.2.9'), '192.0.2.9', 'the server that took the connection knows best');
select is(pg_temp.address('192.0.2.1', 'many'), null, 'a setting that makes no sense is none');

select * from finish();
rollback;
