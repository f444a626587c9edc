/** Who a person is to the organization; the database has a role of the same name, `caseload_<role>`. */
export const ROLES = ['coach', 'supervisor', 'administrator', 'participant'] as const;
export type Role = (typeof ROLES)[number];

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];
