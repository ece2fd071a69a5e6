begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();

select lives_ok(
    $$
        select booking.check_template(d.kind, d.channel, d.subject, d.text_body, d.html_body)
        from booking.default_template as d
    $$,
    'in every language'
);
select is_empty(
    $$
        select k.kind from booking.notification_kind as k
        where (
            select count(*) from booking.default_template as d
            where d.kind = k.kind and d.channel = 'email' and d.language in ('en', 'de')
        ) <> 2
    $$,
    'for every kind'
);
select is_empty(
    $$select d.kind from booking.default_template as d where d.html_body not like '%overflow-wrap: break-word%'$$,
    'and on a phone a long word is no wider than the rest'
);

select * from finish();
rollback;
