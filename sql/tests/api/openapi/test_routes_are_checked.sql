begin;
select plan(8);

create temporary table route (line jsonb) on commit drop;
insert into route (line)
values (
    '{"method": "PUT", "path": "/x/{id}", "function": "reschedule_booking", "identifier": "p_booking_id"}'
);

select is(
    (
        select d.operation -> 'parameters' -> 1 ->> 'in'
        from route as r
        cross join lateral (
            select booking_v1.openapi(jsonb_build_array(r.line))::jsonb
                #> array['paths', '/x/{id}', 'put'] as operation
        ) as d
    ),
    'path',
    'a good one is described'
);
select throws_ok(
    format('select booking_v1.openapi(%L)', b.routes), 'PT400', 'invalid_argument', b.routes || ' is refused'
)
from (
    values
    ('null'), ('{}'), ('[1]'), ('[null]'),
    ('[{"method": "PUT"}]'),
    ('[{"method": "GET", "path": "/x", "function": "no_such", "identifier": ""}]'),
    ('[{"method": "GET", "path": "x", "function": "list_tenants", "identifier": ""}]')
) as b (routes);

select * from finish();
rollback;
