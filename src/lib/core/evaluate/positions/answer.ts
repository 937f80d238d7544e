/** What a question that can take long is answered with. Time that ran out is never a no. */
export type Answer = 'yes' | 'no' | 'not decided';

/** Asked now and then whether to give up: because the time is used up, or somebody said so. */
export type Stop = () => boolean;
