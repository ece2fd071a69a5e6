-- RFC 2104 with SHA-256; PostgreSQL has it in the extension pgcrypto only. The key is at most one block long.
create or replace function booking.hmac_sha256(p_key bytea, p_message bytea)
returns bytea
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_inner bytea := decode(repeat('36', 64), 'hex');
    v_outer bytea := decode(repeat('5c', 64), 'hex');
begin
    for v_i in 0..length(p_key) - 1 loop
        v_inner := set_byte(v_inner, v_i, get_byte(v_inner, v_i) # get_byte(p_key, v_i));
        v_outer := set_byte(v_outer, v_i, get_byte(v_outer, v_i) # get_byte(p_key, v_i));
    end loop;
    return sha256(v_outer || sha256(v_inner || p_message));
end
$function$;

comment on function booking.hmac_sha256(bytea, bytea) is 'HMAC-SHA-256 of a message. p_key: at most 64 bytes.';
