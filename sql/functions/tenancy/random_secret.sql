-- Two random UUIDs are 244 random bits; core PostgreSQL has no other source of them.
create or replace function booking.random_secret()
returns bytea
language sql
volatile
as $function$
    select pg_catalog.uuid_send(pg_catalog.gen_random_uuid()) || pg_catalog.uuid_send(pg_catalog.gen_random_uuid())
$function$;

comment on function booking.random_secret() is '32 bytes that nobody can guess.';
