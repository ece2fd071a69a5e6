create or replace function booking.find_sequences_behind(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_sequences_behind', p_tenant_id, 'sequence ' || b.sequence_name,
        format('is at %s, and its table at %s', b.last_value, b.reached),
        'Deploy again: it is lifted to where its table is.'
    from booking.sequences_behind(p_tenant_id) as b
$function$;

comment on function booking.find_sequences_behind(uuid) is 'Sequences that give a number a second time.';
