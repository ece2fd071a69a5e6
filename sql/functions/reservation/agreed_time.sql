-- What is over needs no clearing up, and other systems let it follow without a break: so buffers are of what is
-- to come.
create or replace function booking.agreed_time(
    p_import booking.booking_import,
    p_terms booking.terms,
    p_starts_at timestamptz,
    p_ends_at timestamptz,
    p_now timestamptz
)
returns tstzrange
language sql
stable
as $function$
    select case
        when (p_import).has_buffers and p_ends_at > p_now
            then tstzrange(p_starts_at - (p_terms).buffer_before, p_ends_at + (p_terms).buffer_after)
        else tstzrange(p_starts_at, p_ends_at)
    end
$function$;

comment on function booking.agreed_time(booking.booking_import, booking.terms, timestamptz, timestamptz, timestamptz) is
'The time that an imported booking takes, which may be elsewhere here than there.';
