begin;
select plan(2);

create function booking_v1.sing(p_song text, p_how text default null) returns text
language sql
stable
as 'select null';
comment on function booking_v1.sing(text, text) is
'Sings p_song, if p_how allows it.

p_song: which one, with p_how null as well as hip_hop. Raises not_found where p_song is none.';

create temporary table document (body jsonb) on commit drop;
insert into document (body)
select booking_v1.openapi('[
    {"method": "POST", "path": "/api/v1/songs", "function": "sing", "identifier": ""},
    {"method": "GET", "path": "/api/v1/songs", "function": "sing", "identifier": ""}
]');

select doesnt_match(
    (select d.body #>> '{paths,/api/v1/songs}' from document as d), '\mp_(song|how)', 'nowhere in what is said of it'
);
select is(
    (
        select d.body #> '{paths,/api/v1/songs,post,requestBody,content,application/json,schema,properties}'
            #>> '{song,description}'
        from document as d
    ),
    'which one, with how null as well as hip_hop.',
    'and nothing else is cut off'
);

select * from finish();
rollback;
