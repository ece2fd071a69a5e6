begin;
select plan(15);

select is(booking.is_name(c.text), c.is_name, c.what)
from (
    values
    ('Ada', true, 'letters'),
    ('Ann-Marie O''Neill 2nd', true, 'spaces and signs'),
    ('李', true, 'one sign of another script'),
    (U&'\+01F468\200D\+01F469', true, 'a joined emoji'),
    (U&'\0645\06CC\200C\062E\0648', true, 'a word that is joined by what can''t be seen'),
    (repeat('é', 200), true, 'two hundred characters'),
    (repeat('é', 201), false, 'one more'),
    ('', false, 'nothing'),
    (U&' \00A0\3000', false, 'spaces of three kinds'),
    (U&'\200B\FEFF', false, 'what has no width'),
    (E'Ada\tLovelace', false, 'a tab'),
    (E'Ada\r\nBcc: all@example.org', false, 'two lines'),
    (U&'Ada\2028Bcc', false, 'two lines by a sign of Unicode'),
    (U&'Ada\009BB', false, 'a sign that steers a terminal'),
    (null, null, 'no name')
) as c (text, is_name, what);

select * from finish();
rollback;
