-- A day on which the clocks change is looked at every quarter of an hour, since that is when zones change them.
create or replace function booking.zone_digest(p_time_zone text, p_from timestamptz)
returns bytea
language sql
stable
as $function$
    with day as (
        select
            d.starts_at,
            booking.utc_offset(d.starts_at, p_time_zone) as before,
            booking.utc_offset(d.starts_at + interval '24:00', p_time_zone) as after
        from generate_series(p_from, p_from + interval '26304:00', interval '24:00') as d (starts_at)
    )

    select sha256(
        convert_to(
            string_agg(
                concat_ws(
                    ' ', extract(epoch from c.starts_at), extract(epoch from c.before), extract(epoch from c.after), c.said
                ),
                ',' order by c.starts_at
            ),
            'utf8'
        )
    )
    from (
        select
            d.starts_at, d.before, d.after,
            (
                select string_agg(extract(epoch from booking.utc_offset(q.at, p_time_zone))::text, ' ' order by q.at)
                from generate_series(d.starts_at, d.starts_at + interval '24:00', interval '00:15') as q (at)
            ) as said
        from day as d
        where d.before <> d.after or d.starts_at = p_from
    ) as c
$function$;

comment on function booking.zone_digest(text, timestamptz) is
'Stands for when a zone changes its clocks in the three years from p_from on.';
