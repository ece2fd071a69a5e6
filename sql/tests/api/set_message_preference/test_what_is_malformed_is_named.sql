begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$ select booking_v1.upsert_customer('Zoe', p_customer_id => pg_temp.id('Zoe')) $$);

create function pg_temp.error_with(p_arguments text)
returns text
language sql
as $function$
    select pg_temp.error_of(format('select booking_v1.set_message_preference(%s)', p_arguments))
$function$;

select is(
    pg_temp.error_with($$ false, 'booking_confirmed', p_customer_id => pg_temp.id('Zoe') $$),
    '400 invalid_argument p_kind', 'what is part of the booking can''t be silenced'
);
select is(
    pg_temp.error_with($$ false, 'x', p_customer_id => pg_temp.id('Zoe') $$), '400 invalid_argument p_kind', 'a kind there is not'
);
select is(
    pg_temp.error_with($$ null, 'reminder', p_customer_id => pg_temp.id('Zoe') $$),
    '400 invalid_argument p_is_wanted', 'neither yes nor no'
);
select is(
    pg_temp.error_with($$ false, 'reminder', 'pigeon', pg_temp.id('Zoe') $$),
    '400 invalid_argument p_channel', 'a channel there is not'
);
select is(pg_temp.error_with('false'), '400 invalid_argument p_customer_id', 'nobody');
select is(
    pg_temp.error_with($$ false, 'reminder', 'email', pg_temp.id('Yan') $$),
    '404 not_found p_customer_id', 'somebody there is not'
);

select * from finish();
rollback;
