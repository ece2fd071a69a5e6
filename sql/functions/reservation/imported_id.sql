-- What another system calls a record is found here by an id made of that name: so whoever imports it again
-- means the same one, for as long as it is there, and two who import it at once meet in the primary key. Of the
-- tenant, too: numbers of other systems begin at 1 in each shop, and an id is also the name in customers'
-- calendars. Layout of RFC 9562, version 8.
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
