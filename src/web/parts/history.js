// Undo and redo of states that are never changed in place.

/** Without limit. @template State @param {State} state */
export function history(state) {
    /** @type {State[]} */
    let past = [];
    /** @type {State[]} */
    let future = [];
    /** @type {string | undefined} */
    let run;
    return {
        current: () => state,
        canUndo: () => past.length > 0,
        canRedo: () => future.length > 0,
        /** @param {State} next @param {string} [name] changes in a row that bear the same name are one step */
        apply(next, name) {
            if (next === state) return;
            if (name === undefined || name !== run) past.push(state);
            run = name;
            future = [];
            state = next;
        },
        undo() {
            const back = past.pop();
            run = undefined;
            if (back !== undefined) [state] = [back, future.push(state)];
            return state;
        },
        redo() {
            const next = future.pop();
            run = undefined;
            if (next !== undefined) [state] = [next, past.push(state)];
            return state;
        },
    };
}
