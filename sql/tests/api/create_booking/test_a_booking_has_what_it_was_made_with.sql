begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
update booking.service as s set max_party_size = 4 where s.service_id = pg_temp.id('Cut');
select booking_v1.create_booking(
    'hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_party_size => 3, p_timezone => 'Asia/Tokyo',
    p_answers => '{"a": 1}', p_notes => 'by the window', p_metadata => '{"b": 2}'
)::text;

select row_eq(
    $$
        select b.party_size, b.customer_time_zone, b.answers, b.notes, b.metadata
        from booking_v1.get_booking(pg_temp.booking_of('hers')) as b
    $$,
    row(3, 'Asia/Tokyo'::text, '{"a": 1}'::jsonb, 'by the window'::text, '{"b": 2}'::jsonb),
    'party, zone, answers, notes and metadata'
);

select * from finish();
rollback;
