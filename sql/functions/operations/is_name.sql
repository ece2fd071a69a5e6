-- Names stand in lists, calendars and the subjects of mails, so they are one line.
create or replace function booking.is_name(p_name text)
returns boolean
language sql
immutable parallel safe
as $function$
    select
        length(p_name) <= 200
        and p_name !~ E'[\\x01-\\x1f\\x7f-\\x9f\\u2028\\u2029]'
        and not booking.is_blank(p_text => p_name)
$function$;

comment on function booking.is_name(text) is 'Whether a text can name something. Null: not known.';
