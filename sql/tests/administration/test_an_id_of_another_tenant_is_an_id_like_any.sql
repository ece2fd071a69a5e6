begin;
select plan(22);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql

create function pg_temp.error_with(p_name text, p_arguments text, p_record text, p_shop text)
returns text
language plpgsql
as $function$
begin
    call pg_temp.enter_shop(p_shop);
    return pg_temp.error_of_call(
        'upsert_' || p_name,
        format(p_arguments, pg_temp.id(p_shop || '''s person')) || format(', p_%s_id => %L', p_name, pg_temp.id(p_record))
    );
end
$function$;

create function pg_temp.record_of(p_name text, p_record text, p_shop text)
returns jsonb
language plpgsql
as $function$
declare
    v_record jsonb;
begin
    execute format('select to_jsonb(r) from booking.%1$I as r where tenant_id = $1 and %1$s_id = $2', p_name)
    into v_record
    using pg_temp.id(p_shop), pg_temp.id(p_record);
    return v_record;
end
$function$;

call pg_temp.make_shop('other', p_people => '{other''s person}', p_service => 'Massage');
call pg_temp.make_shop('shop', p_people => '{shop''s person}');
create temporary table kind (name text, theirs text, ours text, more text) on commit drop;
insert into kind (name, theirs, ours, more)
values
('customer', $$ 'Eve' $$, $$ 'Ada' $$, $$ 'Zoe' $$),
('resource', $$ 'A room', 'room' $$, $$ 'Another', 'equipment' $$, $$ 'A third', 'equipment' $$),
('service', $$ 'Massage', '01:00', '{%s}' $$, $$ 'Shave', '00:30', '{%s}' $$, $$ 'Wash', '00:30', '{%s}' $$),
('weekly_hours', $$ '%s', 2, '09:00', '12:00' $$, $$ '%s', 3, '10:00', '11:00' $$, $$ '%s', 4, '10:00', '11:00' $$),
('opening_hours', $$ 2, '09:00', '12:00' $$, $$ 3, '10:00', '11:00' $$, $$ 4, '10:00', '11:00' $$),
('date_override', $$ '2026-07-01' $$, $$ '2026-07-02' $$, $$ '2026-07-03' $$),
('holiday', $$ 'Theirs', '2026-07-01' $$, $$ 'Ours', '2026-07-02' $$, $$ 'Also ours', '2026-07-03' $$),
('time_off', $$ '%s', '2026-07-01' $$, $$ '%s', '2026-07-02' $$, $$ '%s', '2026-07-03' $$),
(
    'message_template', $$ 'reminder', 'de', 'Bald', 'Bald.' $$, $$ 'reminder', 'fr', 'Demain', 'Demain.' $$,
    $$ 'reminder', 'it', 'Domani', 'Domani.' $$
),
('webhook', $$ 'https://example.org/theirs' $$, $$ 'https://example.org/ours' $$, $$ 'https://example.org/more' $$);
create temporary table before on commit drop as
select k.*, pg_temp.error_with(k.name, k.theirs, 'one', 'other') as error from kind as k;
create temporary table their on commit drop as
select b.name, pg_temp.record_of(b.name, 'one', 'other') as record from before as b;

select is_empty('select b.name, b.error from before as b where b.error <> ''no error''', 'they have one of each');
select is(
    array[pg_temp.error_with(k.name, k.ours, 'one', 'shop'), pg_temp.error_with(k.name, k.more, 'nobody''s', 'shop')],
    '{no error,no error}', 'theirs is answered as nobody''s: ' || k.name
)
from kind as k;
select ok(
    t.record is not null and t.record = pg_temp.record_of(t.name, 'one', 'other')
    and pg_temp.record_of(t.name, 'one', 'shop') is not null,
    'there are two then, and theirs is as it was: ' || t.name
)
from their as t;
select is(
    pg_temp.error_of_call('upsert_customer', format('%L, p_customer_id => %L', 'Zoe', pg_temp.id('one'))), 'no error',
    'again it is changed'
);

select * from finish();
rollback;
