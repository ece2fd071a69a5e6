-- Notes that a member has read personal data, in the transaction that reads, so that there is no answer without
-- its note; a transaction that may not write is refused the answer (25006, HTTP 405). Applications, and customers
-- who read what is theirs, are not noted. A request that ends in an error may still have told its caller something, and
-- its rollback takes the note with it: so the server's log is told as well. Writes personal_data_access.
create or replace function booking.record_access(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_function text,
    p_customer_ids uuid[]
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    if not booking.is_member(p_actor.role) or p_customer_ids is null then
        return;
    end if;
    if current_setting('transaction_read_only')::boolean then
        raise read_only_sql_transaction using
            message = 'what members read of customers is noted, which this transaction may not',
            hint = 'Call the function by POST, or in a transaction that may write.';
    end if;
    -- as a digest: a subject may be an address. What the request calls itself is the member's to choose, and must
    -- neither look like more of the line nor, where the log is read on a terminal, wipe it out
    raise log 'personal data: % of tenant % gave a member % rows, actor %, request %',
        p_function, p_tenant_id, cardinality(p_customer_ids), encode(booking.key_owner(p_actor), 'hex'),
        regexp_replace(p_actor.correlation_id, '[^!-~]', '?', 'g');
    insert into booking.personal_data_access
    (
        tenant_id, accessed_at, actor_role, actor_subject, function_name, customer_ids, row_count,
        correlation_id
    )
    values
    (
        p_tenant_id, booking.now(), p_actor.role, p_actor.subject, p_function,
        array(select distinct i.id from unnest(p_customer_ids) as i (id) where i.id is not null order by i.id),
        cardinality(p_customer_ids), p_actor.correlation_id
    );
end
$function$;

comment on function booking.record_access(uuid, booking.actor, text, uuid[]) is
'Notes a reading of personal data by a member. p_customer_ids: one of each row returned, in any order, nulls among
them; null: no row is.';
