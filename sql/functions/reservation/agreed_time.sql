-- Only what is still to come gets buffers. What is over needs no clearing up any more, and other systems often have one
-- booking right after the other.
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
'The time that an imported booking takes, buffers included. p_starts_at, p_ends_at: when it is here, which need not be
when it is there.';
