begin;
select plan(5);

create temporary table document (body jsonb) on commit drop;
insert into document (body)
select booking_v1.openapi();
create temporary view missing as
    select p.proname
    from pg_catalog.pg_proc as p
    cross join document as d
    cross join lateral (select d.body #> array['paths', '/rpc/' || p.proname] as item) as i
    where
        p.pronamespace = 'booking_v1'::regnamespace
        and (i.item -> 'post' is null or (p.provolatile <> 'v') <> (i.item ? 'get'));

select is_empty('select * from missing', 'by POST, and those that only read by GET');
select is(
    (select count(*) from document as d cross join lateral jsonb_object_keys(d.body -> 'paths')),
    (select count(*) from pg_catalog.pg_proc as p where p.pronamespace = 'booking_v1'::regnamespace),
    'and nothing else'
);

create function booking_v1.sing(p_songs text[], p_how interval default '1 hour', p_note jsonb default null)
returns table (song text, sung_at timestamptz)
language sql
stable
as 'select null::text, null::timestamptz';
comment on function booking_v1.sing(text[], interval, jsonb) is
'Sings.

p_songs: which ones, by
name. p_how: so long. Raises not_found.';
update document
set body = booking_v1.openapi();

select is(
    (select d.body #> '{paths,/rpc/sing,post,requestBody,content,application/json,schema}' from document as d),
    '{
        "type": "object",
        "properties": {
            "p_songs": {"type": "array", "items": {"type": "string"}, "description": "which ones, by name."},
            "p_how": {
                "type": "string", "examples": ["01:30:00", "PT1H30M"], "default": "01:00:00",
                "description": "so long."
            },
            "p_note": {}
        },
        "required": ["p_songs"],
        "additionalProperties": false
    }',
    'a new one has its arguments'
);
select is(
    (select d.body #> '{components,schemas,sing_row}' from document as d),
    '{
        "type": "object",
        "properties": {
            "song": {"type": ["string", "null"]},
            "sung_at": {
                "type": ["string", "null"], "format": "date-time", "examples": ["2026-04-02T10:00:00+02:00"]
            }
        },
        "required": ["song", "sung_at"]
    }',
    'its columns'
);
select matches(
    (select d.body #>> '{paths,/rpc/sing,get,responses,404,description}' from document as d), 'not_found',
    'and its codes'
);

select * from finish();
rollback;
