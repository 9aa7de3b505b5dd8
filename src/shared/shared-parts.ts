/** What all windows show of the program, each by itself. */
export type SharedPart = 'connections' | 'kept' | 'settings' | 'session' | 'network'
