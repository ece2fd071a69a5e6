"""A miniature engine: just enough manifest to test the shells without the real rules."""

from pathlib import Path

API = """
    create or replace function booking_v1.echo(
        p_text text = 'x', p_at timestamptz = null, p_ids uuid[] = null, p_data jsonb = null,
        p_count integer = null, p_flag boolean = null, p_day date = null, p_price numeric = null
    ) returns table (body text, at timestamptz, ids uuid[], data jsonb, count integer,
        flag boolean, day date, price numeric)
    language sql stable as $$
        select p_text, p_at, p_ids, p_data, p_count, p_flag, p_day, p_price
    $$;
    comment on function booking_v1.echo is 'Returns what it is given.';
    create or replace function booking_v1.numbers(p_last integer)
    returns table (n integer, half numeric) language sql stable as $$
        select g, g / 2.0 from generate_series(1, p_last) as g
    $$;
    create or replace function booking_v1.add(p_a integer, p_b integer = 1)
    returns integer language sql immutable as $$ select p_a + p_b $$;
    create or replace function booking_v1.nothing() returns void language sql as $$ select $$;
    create or replace function booking_v1.claims() returns jsonb language sql stable as $$
        select jsonb_build_object(
            'role', current_user,
            'method', current_setting('request.method', true),
            'path', current_setting('request.path', true),
            'claims', current_setting('request.jwt.claims', true),
            'headers', current_setting('request.headers', true)::jsonb,
            'read_only', current_setting('transaction_read_only'))
    $$;
    create or replace function booking_v1.write_note(p_body text)
    returns integer language sql security definer as $$
        insert into booking.note (body) values (p_body) returning note_id
    $$;
    create or replace function booking_v1.teapot(p_status integer = 418)
    returns table (code text, message text) language plpgsql as $$
    begin
        perform set_config('response.status', p_status::text, true);
        perform set_config('response.headers', '[{"Retry-After": "7"}]', true);
        return query select 'teapot', 'short and stout';
    end $$;
    create or replace function booking_v1.accept() returns void language sql as $$
        select set_config('response.status', '202', true)
    $$;
    create or replace function booking_v1.words() returns setof text
    language sql stable as $$ values ('b'), ('a'), (null) $$;
    create or replace function booking_v1.raise_plainly() returns void language plpgsql as $$
    begin
        raise sqlstate 'PT409' using message = 'slot_taken',
            detail = '{"message": "Somebody was faster", "alternatives": []}', hint = 'Choose.';
    end $$;
    create or replace function booking_v1.refuse() returns void language plpgsql as $$
    begin
        raise sqlstate 'PGRST' using
            message = json_build_object('code', 'slot_taken', 'message', 'Somebody was faster',
                'details', '{"alternatives": ["Zoë"]}', 'hint', 'Choose.')::text,
            detail = '{"status": 409, "headers": {"Retry-After": "7"}}';
    end $$;
    create or replace function booking_v1.setting(p_name text) returns text
    language sql stable as $$ select current_setting(p_name, true) $$;
    create or replace function booking_v1.fail(p_sqlstate text) returns void
    language plpgsql as $$
    begin
        raise exception 'a reason' using errcode = p_sqlstate, detail = 'somebody else''s data';
    end $$;
    create or replace function booking_v1.crash(p_secret text) returns void language plpgsql as $$
    begin
        raise exception 'the secret is %', p_secret;
    end $$;
"""

FILES = {
    "deploy/begin.sql": "select pg_advisory_xact_lock(1);",
    "deploy/refuse_database.sql": "select 1;",
    "schema/roles.sql": """
        do $$ begin
            if to_regrole('anon') is null then create role anon; end if;
            if to_regrole('service_role') is null then create role service_role; end if;
        end $$;
        create schema booking;
        create schema booking_v1;
        grant usage on schema booking, booking_v1 to anon;
        create table booking.release (release_id integer generated always as identity,
            version text);
        create table booking.migration (name text primary key, checksum text not null);
        create table booking.note (note_id integer generated always as identity, body text);
    """,
    "functions/version.sql": """
        create or replace function booking.version() returns text language sql immutable
        return '1.2.0';
    """,
    "deploy/refuse_older.sql": """
        do $$ begin
            if (select version from booking.release order by release_id desc limit 1)
                > booking.version()
            then
                raise exception 'this database is newer' using errcode = '55000', hint = 'Upgrade.';
            end if;
        end $$;
    """,
    "functions/api.sql": API,
    "deploy/finish.sql": """
        insert into booking.release (version)
        select booking.version()
        where not exists (select from booking.release as r where r.version = booking.version());
    """,
}


def write(folder: Path, version: str = "1.2.0", **changes: str) -> Path:
    """Write the manifest and its files; changes: other text for a file, by path with `__` for /."""
    files = FILES | {name.replace("__", "/") + ".sql": text for name, text in changes.items()}
    files["functions/version.sql"] = files["functions/version.sql"].replace("1.2.0", version)
    manifest = [name for name in files if not name.startswith("migrations/")]
    order = list(FILES)
    manifest.sort(key=lambda name: order.index(name) if name in order else len(order) - 2)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / "install.sql").write_text(
        "-- Group: everything\n" + "".join(f"\\ir {name}\n" for name in manifest)
    )
    return folder
