-- Where a request comes from, as far as somebody trustworthy says so: the HTTP server in booking.client_address,
-- or the proxies in front of PostgREST. Each proxy appends whom it was called by to x-forwarded-for; the client
-- itself can write into it what it likes, so with booking.proxy_count = 2 the second entry from the right counts.
create or replace function booking.client_address()
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_address text := nullif(current_setting('booking.client_address', true), '');
    v_proxies integer;
    v_hops text[];
begin
    v_proxies := nullif(current_setting('booking.proxy_count', true), '')::integer;
    if v_address is null and v_proxies > 0 then
        v_hops := string_to_array(
            nullif(current_setting('request.headers', true), '')::json ->> 'x-forwarded-for', ','
        );
        v_address := nullif(btrim(v_hops[cardinality(v_hops) - v_proxies + 1]), '');
    end if;
    if strpos(v_address, ':') > 0 then
        -- some proxies add the port, which is another one in each connection of the same client
        v_address := regexp_replace(v_address, '^([[](.+)[]]|([0-9.]+))(:[0-9]+)?$', E'\\2\\3');
    end if;
    return case
        -- of IPv4, as a server that listens to both writes it, or behind NAT64 (RFC 6052)
        when v_address::inet <<= inet '::ffff:0:0/96' then replace(host(v_address::inet), '::ffff:', '')
        when v_address::inet <<= inet '64:ff9b::/96' then host(v_address::inet)
        -- whoever has one address of IPv6 has the 2^64 beside it
        when family(v_address::inet) = 6 then network(set_masklen(v_address::inet, 64))::text
        else host(v_address::inet)
    end;
exception when invalid_text_representation then
    return v_address; -- a name: it tells clients apart all the same
end
$function$;

comment on function booking.client_address() is
'The address of the client; of IPv6 the network of 64 bits. Null: nobody who can be trusted says.';
