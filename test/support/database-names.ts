/** A plain owner, not a superuser: what a migration may do here, it may do anywhere. */
export const OWNER = 'test_owner';

/** Migrated once, never written to again. */
export const TEMPLATE = 'template_alongside';
