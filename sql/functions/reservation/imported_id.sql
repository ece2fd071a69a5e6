-- The id of an imported record is made of the name that it has in the other system. So whoever imports it again means
-- the same record, and two who import it at once meet in the primary key. The tenant is part of it: other systems count
-- from 1 in each shop, and a booking's id is also its name in customers' calendars, where shops meet. Layout of RFC
-- 9562, version 8.
create or replace function booking.imported_id(p_tenant_id uuid, p_kind text, p_source text, p_external_id text)
returns uuid
language sql
immutable parallel safe
as $function$
    select encode(
        set_byte(set_byte(d.digest, 6, get_byte(d.digest, 6) & 15 | 128), 8, get_byte(d.digest, 8) & 63 | 128),
        'hex'
    )::uuid
    from substr(
        sha256(
            uuid_send(p_tenant_id) || convert_to(jsonb_build_array(p_kind, p_source, p_external_id)::text, 'utf8')
        ),
        1, 16
    ) as d (digest)
$function$;

comment on function booking.imported_id(uuid, text, text, text) is
'The id here of what another system calls so. p_kind: booking or customer. p_source: which system; null: the only one.';
