-- pgbooking, whole: psql -1 -v ON_ERROR_STOP=1 -f sql/install.sql, or pgbooking deploy, which also runs
-- migrations (psql refuses where some are missing). Reads as a table of contents. Files under schema/ are for
-- a fresh database only; everything else is loaded again at every deployment.

-- What ~/.psqlrc says of these, or nobody says, is not for this: it stops at the first error, and it is -1 that commits.
\set ON_ERROR_STOP on
\set AUTOCOMMIT on

-- Group: one at a time
\ir deploy/begin.sql
\ir deploy/refuse_database.sql
\ir deploy/note_hours.sql
select to_regclass('booking.release') is null as fresh \gset

-- Group: schema, the current truth
\if :fresh
\ir schema/roles.sql
\ir schema/schemas.sql
\ir schema/types.sql
\ir schema/reference.sql
\ir schema/tenancy.sql
\ir schema/resource.sql
\ir schema/hours.sql
\ir schema/identity.sql
\ir schema/policy.sql
\ir schema/booking.sql
\ir schema/notification.sql
\ir schema/privacy.sql
\ir schema/abuse.sql
\ir schema/outbox.sql
\ir schema/job.sql
\ir schema/calendar.sql
\ir schema/webhook.sql
\ir schema/metric.sql
\ir schema/doctor.sql
\ir schema/feed.sql
\endif

-- Group: which release this is
\ir functions/operations/version.sql
\ir deploy/refuse_older.sql
\ir deploy/migrations.sql

-- Group: reference data
\ir reference/time_zones.sql
\ir reference/error_codes.sql
\ir reference/policy_definitions.sql
\ir reference/status_transitions.sql
\ir reference/message_variables.sql
\ir reference/notification_kinds.sql
\ir reference/default_templates.sql
\ir reference/permissions.sql
\ir reference/outbox_kinds.sql
\ir reference/webhook_events.sql

-- Group: clock, errors and checks of arguments
\ir functions/operations/now.sql
\ir functions/operations/new_id.sql
\ir functions/operations/counted.sql
\ir functions/operations/raise_error.sql
\ir functions/operations/check_argument.sql
\ir functions/operations/check_isolation.sql
\ir functions/operations/is_instant.sql
\ir functions/operations/is_party_size.sql
\ir functions/operations/is_small_object.sql
\ir functions/operations/check_instant.sql
\ir functions/operations/check_window.sql
\ir functions/operations/check_bounds.sql
\ir functions/operations/check_limit.sql
\ir functions/operations/page_start.sql
\ir functions/operations/check_party_size.sql
\ir functions/operations/check_price.sql
\ir functions/operations/check_currency.sql
\ir functions/operations/check_json.sql
\ir functions/operations/check_time_zone.sql
\ir functions/operations/is_language.sql
\ir functions/operations/check_language.sql
\ir functions/operations/check_channel.sql
\ir functions/operations/is_blank.sql
\ir functions/operations/is_name.sql
\ir functions/operations/check_name.sql
\ir functions/operations/check_text.sql
\ir functions/operations/check_date.sql
\ir functions/operations/elapsed_time.sql
\ir functions/operations/check_duration.sql
\ir functions/operations/check_whole_minutes.sql
\ir functions/operations/check_slot_interval.sql
\ir functions/operations/check_weekly_window.sql
\ir functions/operations/check_found.sql

-- Group: tenants, callers, customers
\ir functions/tenancy/current_tenant_id.sql
\ir functions/tenancy/caller_role.sql
\ir functions/tenancy/caller_subject.sql
\ir functions/tenancy/caller.sql
\ir functions/tenancy/person.sql
\ir functions/tenancy/admit.sql
\ir functions/tenancy/hmac_sha256.sql
\ir functions/tenancy/signature.sql
\ir functions/tenancy/is_signature.sql
\ir functions/tenancy/manage_token.sql
\ir functions/tenancy/is_within_reach.sql
\ir functions/tenancy/own_customer_id.sql
\ir functions/tenancy/is_manage_token.sql
\ir functions/tenancy/check_visitor.sql
\ir functions/tenancy/random_secret.sql
\ir functions/tenancy/make_secret.sql
\ir functions/tenancy/is_outsider.sql
\ir functions/tenancy/is_member.sql
\ir functions/tenancy/check_offered.sql
\ir functions/tenancy/caller_tenant_id.sql
\ir functions/tenancy/token_tenant_id.sql
\ir functions/tenancy/get_caller.sql
\ir functions/tenancy/check_token_tenant.sql
\ir functions/tenancy/check_owner_stays.sql
\ir functions/tenancy/lock_key.sql
\ir functions/tenancy/resource_lock.sql
\ir functions/tenancy/lock_tenant.sql
\ir functions/tenancy/lock_resources.sql
\ir functions/tenancy/forget_hours.sql
\ir functions/tenancy/lock_tenant_resources.sql
\ir functions/tenancy/check_resources.sql
\ir functions/tenancy/resource_names.sql
\ir functions/tenancy/is_contact.sql
\ir functions/tenancy/is_sought.sql
\ir functions/tenancy/check_contact.sql
\ir functions/tenancy/find_customer.sql
\ir functions/tenancy/add_customer.sql
\ir functions/tenancy/guest_name.sql
\ir functions/tenancy/meet_customer.sql

-- Group: wall-clock time
\ir functions/availability/resolve_local.sql
\ir functions/availability/utc_offset.sql
\ir functions/availability/local_instant.sql
\ir functions/availability/night.sql
\ir functions/availability/dates.sql
\ir functions/availability/clock_of.sql
\ir functions/availability/instants.sql
\ir functions/availability/is_on_grid.sql

-- Group: policies
\ir functions/policy/policies.sql
\ir functions/policy/is_policy_on.sql
\ir functions/tenancy/staff_scope.sql
\ir functions/policy/tenant_limit.sql
\ir functions/policy/is_mail_address.sql
\ir functions/policy/is_policy_value.sql
\ir functions/policy/booking_terms.sql
\ir functions/policy/policy_integer.sql
\ir functions/policy/has_count_limit.sql
\ir functions/policy/is_duration_allowed.sql
\ir functions/policy/chosen_duration.sql
\ir functions/policy/candidates.sql
\ir functions/policy/earliest_start.sql
\ir functions/policy/booking_horizon.sql
\ir functions/policy/reached_limits.sql
\ir functions/policy/permitted_starts.sql
\ir functions/policy/terms_of_start.sql
\ir functions/policy/effective_policies.sql

-- Group: availability
\ir functions/availability/overridden.sql
\ir functions/availability/hours.sql
\ir functions/availability/holidays.sql
\ir functions/availability/closures.sql
\ir functions/availability/closed_time.sql
\ir functions/availability/working_time.sql
\ir functions/availability/month_of.sql
\ir functions/availability/month_count.sql
\ir functions/availability/month_range.sql
\ir functions/availability/missing_timetable.sql
\ir functions/availability/fill_timetable.sql
\ir functions/availability/claims.sql
\ir functions/availability/resource_time.sql
\ir functions/availability/lane_time.sql
\ir functions/availability/feasible_starts.sql
\ir functions/availability/grid_of.sql
\ir functions/availability/grid_starts.sql
\ir functions/availability/window_of.sql
\ir functions/availability/slot_lanes.sql
\ir functions/availability/timing_refusals.sql
\ir functions/availability/absence_refusals.sql
\ir functions/availability/resource_refusals.sql
\ir functions/availability/slot_refusals.sql
\ir functions/availability/nearest_slots.sql
\ir functions/availability/available_slots.sql
\ir functions/availability/slot_calendar.sql
\ir functions/availability/explain_slot.sql
\ir functions/reservation/told_reason.sql
\ir functions/availability/validate_appointment_timing.sql
\ir functions/availability/at_least.sql
\ir functions/availability/find_common_slots.sql

-- Group: effects
\ir functions/outbox/enqueue.sql
\ir functions/outbox/tenants_with_work.sql
\ir functions/outbox/leased_count.sql
\ir functions/notification/settle_notification.sql
\ir functions/outbox/settle_effect.sql
\ir functions/outbox/backoff.sql
\ir functions/outbox/lease_effects.sql
\ir functions/outbox/lease_outbox.sql
\ir functions/outbox/report_outbox.sql

-- Group: operations
\ir functions/operations/booking_outcome.sql
\ir functions/operations/refusal.sql
\ir functions/operations/key_owner.sql
\ir functions/operations/check_key.sql
\ir functions/operations/keys_expired_at.sql
\ir functions/operations/begin_operation.sql
\ir functions/operations/finish_operation.sql
\ir functions/operations/delete_expired_operations.sql
\ir functions/operations/record_event.sql
\ir functions/operations/respond.sql
\ir functions/operations/functions_hash.sql
\ir functions/operations/hours_hash.sql
\ir functions/operations/record_release.sql
\ir functions/operations/table_rules.sql
\ir functions/operations/object_rights.sql
\ir functions/operations/record_table_rules.sql
\ir functions/operations/sequences_behind.sql
\ir functions/operations/lift_sequences.sql

-- Group: privacy, what others need
\ir functions/privacy/record_access.sql

-- Group: abuse
\ir functions/abuse/client_address.sql
\ir functions/abuse/rate_limit_of.sql
\ir functions/abuse/renew_rate_limit.sql
\ir functions/abuse/take_tokens.sql
\ir functions/abuse/free_shard.sql
\ir functions/abuse/delete_full_buckets.sql
\ir functions/abuse/check_request.sql

-- Group: reservation
\ir functions/reservation/schedule_of.sql
\ir functions/reservation/facts_of.sql
\ir functions/reservation/lock_for_booking.sql
\ir functions/reservation/lock_count.sql
\ir functions/reservation/lock_booking.sql
\ir functions/reservation/check_reach.sql
\ir functions/reservation/check_override.sql
\ir functions/reservation/check_own_resource.sql
\ir functions/reservation/check_may_book.sql
\ir functions/reservation/with_manage_token.sql
\ir functions/reservation/next_status.sql
\ir functions/reservation/preference_at.sql
\ir functions/reservation/load_around.sql
\ir functions/reservation/take_lane.sql
\ir functions/reservation/move_claims.sql
\ir functions/reservation/slot_refusal.sql
\ir functions/reservation/transition_refusal.sql
\ir functions/reservation/deadline_refusal.sql
\ir functions/reservation/reschedule_refusal.sql
\ir functions/reservation/check_extras.sql
\ir functions/reservation/check_create_booking.sql
\ir functions/reservation/make_booking.sql
\ir functions/reservation/create_booking.sql
\ir functions/reservation/confirm_booking.sql
\ir functions/reservation/apply_cancellation.sql
\ir functions/reservation/cancel_booking.sql
\ir functions/reservation/move_booking.sql
\ir functions/reservation/reschedule_booking.sql
\ir functions/reservation/imported_id.sql
\ir functions/reservation/request_id.sql
\ir functions/reservation/customer_said.sql
\ir functions/reservation/import_zone.sql
\ir functions/reservation/check_import.sql
\ir functions/reservation/known_customer.sql
\ir functions/reservation/import_customer.sql
\ir functions/reservation/lock_for_import.sql
\ir functions/reservation/agreed_time.sql
\ir functions/reservation/take_agreed_time.sql
\ir functions/reservation/agreed_time_refusal.sql
\ir functions/reservation/imported_facts.sql
\ir functions/reservation/import_new.sql
\ir functions/reservation/import_refusal.sql
\ir functions/reservation/imported_booking.sql
\ir functions/reservation/merged_booking.sql
\ir functions/reservation/move_agreed_time.sql
\ir functions/reservation/leave_buffers.sql
\ir functions/reservation/change_imported.sql
\ir functions/reservation/for_import_customer.sql
\ir functions/reservation/follow_import.sql
\ir functions/reservation/import_again.sql
\ir functions/reservation/import_one.sql
\ir functions/reservation/import_booking.sql
\ir functions/reservation/bookings_page_start.sql
\ir functions/reservation/check_list_bookings.sql
\ir functions/reservation/cancellation_of.sql
\ir functions/reservation/list_bookings.sql
\ir functions/reservation/conflicts_of.sql
\ir functions/reservation/unfit_bookings.sql
\ir functions/reservation/list_booking_conflicts.sql
\ir functions/reservation/booking_history.sql

-- Group: messages
\ir functions/notification/channels.sql
\ir functions/notification/is_wanted.sql
\ir functions/notification/languages.sql
\ir functions/notification/quiet_time.sql
\ir functions/notification/schedule_at.sql
\ir functions/notification/chosen_template.sql
\ir functions/notification/notify.sql
\ir functions/notification/reminder_terms.sql
\ir functions/notification/due_reminders.sql
\ir functions/notification/queue_reminders.sql
\ir functions/notification/notify_of_events.sql
\ir functions/notification/unsubscribe_token.sql
\ir functions/notification/subject_of.sql
\ir functions/notification/is_flooding.sql
\ir functions/notification/untimely.sql
\ir functions/notification/name_in_message.sql
\ir functions/notification/message_facts.sql
\ir functions/notification/local_times.sql
\ir functions/notification/reader_language.sql
\ir functions/notification/message_content.sql
\ir functions/notification/message_recipient.sql
\ir functions/notification/email_content.sql
\ir functions/notification/text_content.sql
\ir functions/notification/check_template.sql
\ir functions/notification/fill_sample.sql
\ir functions/notification/upsert_message_template.sql
\ir functions/notification/list_message_templates.sql
\ir functions/notification/delete_message_template.sql
\ir functions/notification/preview_message.sql
\ir functions/notification/apply_preference.sql
\ir functions/notification/unsubscribe.sql
\ir functions/notification/set_message_preference.sql
\ir functions/notification/list_message_preferences.sql
\ir functions/notification/list_notifications.sql

-- Group: what follows from events; after all consumers
\ir functions/webhook/is_resting.sql
\ir functions/webhook/webhook_events.sql
\ir functions/feed/booking_changes.sql
\ir functions/feed/broadcast.sql
\ir functions/feed/feed_events.sql
\ir functions/outbox/dispatch_lock.sql
\ir functions/outbox/dispatch_tenant_events.sql
\ir functions/outbox/dispatch_events.sql
\ir functions/outbox/list_deliveries.sql
\ir functions/outbox/has_dead.sql
\ir functions/outbox/close_dead_alerts.sql
\ir functions/outbox/leave_dead.sql
\ir functions/outbox/leave_dead_deliveries.sql
\ir functions/outbox/requeue_delivery.sql
\ir functions/outbox/requeue_deliveries.sql
\ir functions/outbox/dismiss_delivery.sql
\ir functions/outbox/dismiss_deliveries.sql
\ir functions/notification/delete_old_messages.sql
\ir functions/outbox/delete_finished_effects.sql

-- Group: administration
\ir functions/administration/upsert_tenant.sql
\ir functions/administration/list_tenants.sql
\ir functions/administration/delete_tenant.sql
\ir functions/administration/check_resource_count.sql
\ir functions/administration/upsert_resource.sql
\ir functions/administration/list_resources.sql
\ir functions/administration/delete_resource.sql
\ir functions/administration/check_service.sql
\ir functions/administration/assign_resources.sql
\ir functions/administration/lock_service_resources.sql
\ir functions/administration/upsert_service.sql
\ir functions/administration/list_services.sql
\ir functions/administration/delete_service.sql
\ir functions/administration/upsert_weekly_hours.sql
\ir functions/administration/week_windows.sql
\ir functions/administration/set_weekly_hours.sql
\ir functions/administration/list_weekly_hours.sql
\ir functions/administration/delete_weekly_hours.sql
\ir functions/administration/upsert_opening_hours.sql
\ir functions/administration/import_opening_hours.sql
\ir functions/administration/list_opening_hours.sql
\ir functions/administration/delete_opening_hours.sql
\ir functions/administration/upsert_date_override.sql
\ir functions/administration/list_date_overrides.sql
\ir functions/administration/delete_date_override.sql
\ir functions/administration/upsert_holiday.sql
\ir functions/administration/list_holidays.sql
\ir functions/administration/delete_holiday.sql
\ir functions/administration/upsert_time_off.sql
\ir functions/administration/list_time_off.sql
\ir functions/administration/delete_time_off.sql
\ir functions/administration/upsert_customer.sql
\ir functions/administration/list_customers.sql
\ir functions/administration/delete_customer.sql
\ir functions/administration/upsert_policy.sql
\ir functions/administration/upsert_membership.sql
\ir functions/administration/delete_membership.sql
\ir functions/administration/list_memberships.sql

-- Group: live feed
\ir functions/feed/announce_hours.sql
\ir functions/feed/public_resource_ids.sql
\ir functions/feed/feed_end.sql
\ir functions/feed/feed_position.sql
\ir functions/feed/feed.sql
\ir functions/feed/delete_old_feed.sql

-- Group: calendar addresses
\ir functions/calendar/calendar_uid.sql
\ir functions/calendar/calendar_text.sql
\ir functions/calendar/calendar_line.sql
\ir functions/calendar/calendar_instant.sql
\ir functions/calendar/calendar_event.sql
\ir functions/calendar/calendar_events.sql
\ir functions/calendar/calendar_tenant_id.sql
\ir functions/calendar/calendar.sql
\ir functions/calendar/create_calendar_feed.sql
\ir functions/calendar/list_calendar_feeds.sql
\ir functions/calendar/revoke_calendar_feed.sql

-- Group: webhooks
\ir functions/webhook/check_webhook_url.sql
\ir functions/webhook/check_webhook_count.sql
\ir functions/webhook/renew_webhook_secret.sql
\ir functions/webhook/upsert_webhook.sql
\ir functions/webhook/list_webhooks.sql
\ir functions/webhook/delete_webhook.sql
\ir functions/webhook/send_test_webhook.sql
\ir functions/webhook/redeliver_webhook.sql
\ir functions/webhook/list_webhook_deliveries.sql
\ir functions/webhook/webhook_message.sql
\ir functions/webhook/webhook_signature.sql
\ir functions/webhook/webhook_content.sql
\ir functions/webhook/rest_webhook.sql
\ir functions/webhook/log_webhook.sql
\ir functions/webhook/report_webhook.sql

-- Group: privacy
\ir functions/privacy/chosen_customer.sql
\ir functions/privacy/exported_bookings.sql
\ir functions/privacy/export_customer.sql
\ir functions/privacy/forget_customer.sql
\ir functions/privacy/erase_customer.sql
\ir functions/privacy/is_inactive.sql
\ir functions/privacy/erase_inactive_customers.sql
\ir functions/privacy/list_personal_data_access.sql
\ir functions/privacy/delete_old_accesses.sql

-- Group: jobs and alerts
\ir functions/job/raise_alert.sql
\ir functions/job/raise_tenant_alert.sql
\ir functions/job/resolve_alert.sql
\ir functions/job/resolve_old_alerts.sql
\ir functions/job/job_slot.sql
\ir functions/job/last_run.sql
\ir functions/job/is_late.sql
\ir functions/job/judge_run.sql
\ir functions/job/run_in_tenants.sql
\ir functions/job/run_job.sql
\ir functions/job/tick.sql
\ir functions/job/check_jobs.sql
\ir functions/reservation/shift_bookings.sql
\ir functions/reservation/repair_time_zones.sql
\ir functions/job/zone_digest.sql
\ir functions/job/forget_old_zones.sql
\ir functions/job/delete_old_runs.sql
\ir functions/metrics/count_operations.sql
\ir functions/job/cron_schedule.sql
\ir functions/job/job_status.sql
\ir functions/job/open_alerts.sql
\ir functions/job/cron_database.sql
\ir functions/job/cron_statement.sql
\ir functions/job/schedule_jobs.sql

-- Group: which jobs there are
\ir reference/jobs.sql
\ir ../cron/access_log.sql
\ir ../cron/customer_retention.sql
\ir ../cron/dead_alerts.sql
\ir ../cron/deliveries.sql
\ir ../cron/events.sql
\ir ../cron/feed.sql
\ir ../cron/idempotency_keys.sql
\ir ../cron/job_log.sql
\ir ../cron/job_watch.sql
\ir ../cron/operation_counts.sql
\ir ../cron/rate_buckets.sql
\ir ../cron/reminders.sql
\ir ../cron/time_zones.sql
\ir ../cron/timetable.sql
\ir ../cron/zone_rules.sql

-- Group: metrics
\ir reference/metrics.sql
\ir functions/metrics/operation_metrics.sql
\ir functions/metrics/function_metrics.sql
\ir functions/metrics/outbox_metrics.sql
\ir functions/metrics/job_metrics.sql
\ir functions/metrics/metrics.sql

-- Group: what must not be
\ir functions/doctor/find_stray_claims.sql
\ir functions/doctor/find_bookings_without_time.sql
\ir functions/doctor/find_claims_off_their_booking.sql
\ir functions/doctor/find_overlaps.sql
\ir functions/doctor/find_broken_histories.sql
\ir functions/doctor/find_stuck_operations.sql
\ir functions/doctor/find_stuck_effects.sql
\ir functions/doctor/find_silent_notifications.sql
\ir functions/doctor/find_stale_timetable.sql
\ir functions/doctor/find_stale_rate_limit.sql
\ir functions/doctor/find_broken_references.sql
\ir functions/doctor/find_lost_tenants.sql
\ir functions/doctor/find_sequences_behind.sql
\ir functions/doctor/find_broken_constraints.sql
\ir functions/doctor/find_changed_rules.sql
\ir functions/doctor/find_open_tables.sql
\ir functions/doctor/find_strong_roles.sql
\ir functions/doctor/find_open_schemas.sql
\ir functions/doctor/find_changed_functions.sql
\ir functions/doctor/find_late_jobs.sql
\ir functions/doctor/find_open_alerts.sql
\ir functions/doctor/find_unscheduled_jobs.sql
\ir functions/doctor/find_unknown_time_zones.sql
\ir functions/doctor/find_tenant_problems.sql
\ir functions/doctor/find_installation_problems.sql
\ir functions/doctor/doctor.sql

-- Group: the contract as an OpenAPI document
\ir functions/openapi/openapi_schema.sql
\ir functions/openapi/openapi_nullable.sql
\ir functions/openapi/openapi_literal.sql
\ir functions/openapi/openapi_default.sql
\ir functions/openapi/openapi_argument_comments.sql
\ir functions/openapi/openapi_arguments.sql
\ir functions/openapi/openapi_columns.sql
\ir functions/openapi/openapi_row.sql
\ir functions/openapi/openapi_result.sql
\ir functions/openapi/openapi_words.sql
\ir functions/openapi/openapi_permissions.sql
\ir functions/openapi/openapi_codes.sql
\ir functions/openapi/openapi_error.sql
\ir functions/openapi/openapi_failures.sql
\ir functions/openapi/openapi_media_type.sql
\ir functions/openapi/openapi_successes.sql
\ir functions/openapi/openapi_body.sql
\ir functions/openapi/openapi_paging.sql
\ir functions/openapi/openapi_rpc_answers.sql
\ir functions/openapi/openapi_rpc.sql
\ir functions/openapi/openapi_rest_parameters.sql
\ir functions/openapi/openapi_rest_answers.sql
\ir functions/openapi/openapi_rest.sql
\ir functions/openapi/is_openapi_route.sql
\ir functions/openapi/openapi_components.sql
\ir functions/openapi/openapi.sql

-- Group: contract
\ir functions/api/use_tenant.sql
\ir functions/api/get_caller.sql
\ir functions/api/check_request.sql
\ir functions/api/available_slots.sql
\ir functions/api/slot_calendar.sql
\ir functions/api/explain_slot.sql
\ir functions/api/validate_appointment_timing.sql
\ir functions/api/find_common_slots.sql
\ir functions/api/create_booking.sql
\ir functions/api/confirm_booking.sql
\ir functions/api/cancel_booking.sql
\ir functions/api/reschedule_booking.sql
\ir functions/api/import_booking.sql
\ir functions/api/get_booking.sql
\ir functions/api/list_bookings.sql
\ir functions/api/list_booking_conflicts.sql
\ir functions/api/booking_history.sql
\ir functions/api/effective_policies.sql
\ir functions/api/upsert_policy.sql
\ir functions/api/upsert_membership.sql
\ir functions/api/delete_membership.sql
\ir functions/api/list_memberships.sql
\ir functions/api/upsert_tenant.sql
\ir functions/api/list_tenants.sql
\ir functions/api/delete_tenant.sql
\ir functions/api/upsert_resource.sql
\ir functions/api/list_resources.sql
\ir functions/api/delete_resource.sql
\ir functions/api/upsert_service.sql
\ir functions/api/list_services.sql
\ir functions/api/delete_service.sql
\ir functions/api/upsert_weekly_hours.sql
\ir functions/api/set_weekly_hours.sql
\ir functions/api/list_weekly_hours.sql
\ir functions/api/delete_weekly_hours.sql
\ir functions/api/upsert_opening_hours.sql
\ir functions/api/import_opening_hours.sql
\ir functions/api/list_opening_hours.sql
\ir functions/api/delete_opening_hours.sql
\ir functions/api/upsert_date_override.sql
\ir functions/api/list_date_overrides.sql
\ir functions/api/delete_date_override.sql
\ir functions/api/upsert_holiday.sql
\ir functions/api/list_holidays.sql
\ir functions/api/delete_holiday.sql
\ir functions/api/upsert_time_off.sql
\ir functions/api/list_time_off.sql
\ir functions/api/delete_time_off.sql
\ir functions/api/upsert_customer.sql
\ir functions/api/list_customers.sql
\ir functions/api/get_customer.sql
\ir functions/api/delete_customer.sql
\ir functions/api/export_customer.sql
\ir functions/api/erase_customer.sql
\ir functions/api/list_personal_data_access.sql
\ir functions/api/list_deliveries.sql
\ir functions/api/requeue_delivery.sql
\ir functions/api/requeue_deliveries.sql
\ir functions/api/dismiss_delivery.sql
\ir functions/api/dismiss_deliveries.sql
\ir functions/api/upsert_message_template.sql
\ir functions/api/list_message_templates.sql
\ir functions/api/delete_message_template.sql
\ir functions/api/preview_message.sql
\ir functions/api/list_message_preferences.sql
\ir functions/api/set_message_preference.sql
\ir functions/api/unsubscribe.sql
\ir functions/api/list_notifications.sql
\ir functions/api/feed_position.sql
\ir functions/api/feed.sql
\ir functions/api/create_calendar_feed.sql
\ir functions/api/list_calendar_feeds.sql
\ir functions/api/revoke_calendar_feed.sql
\ir functions/api/calendar.sql
\ir functions/api/upsert_webhook.sql
\ir functions/api/list_webhooks.sql
\ir functions/api/delete_webhook.sql
\ir functions/api/send_test_webhook.sql
\ir functions/api/list_webhook_deliveries.sql
\ir functions/api/redeliver_webhook.sql
\ir functions/api/openapi.sql

-- Group: what was worked out by the last release
\ir deploy/forget_timetable.sql
\ir deploy/lock_rate_limits.sql

-- Group: permissions
\ir policies/rls.sql
\ir policies/grants.sql

-- Group: done
\ir deploy/finish.sql
