create or replace function booking.find_stale_rate_limit(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_stale_rate_limit', p_tenant_id, 'rate_limit', 'the policies come to other limits than were worked out',
        'Set one of them by upsert_policy, or deploy again: they are worked out anew.'
    from booking.rate_limit as l
    where l.tenant_id = p_tenant_id and l is distinct from booking.rate_limit_of(p_tenant_id)
$function$;

comment on function booking.find_stale_rate_limit(uuid) is
'Rate limits that were worked out by other policies than there are.';
