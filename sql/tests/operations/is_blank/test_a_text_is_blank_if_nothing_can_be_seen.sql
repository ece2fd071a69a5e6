begin;
select plan(6);

select is(booking.is_blank(c.text), c.is_blank, c.what)
from (
    values
    ('', true, 'nothing'),
    (E' \t\r\n', true, 'white space'),
    (U&'\00A0\2003\200B\3000\FEFF', true, 'white space beyond ASCII'),
    (E'\n.', false, 'a full stop in the second line'),
    (U&'\200Bé', false, 'a letter after what can''t be seen'),
    (null, null, 'no text')
) as c (text, is_blank, what);

select * from finish();
rollback;
