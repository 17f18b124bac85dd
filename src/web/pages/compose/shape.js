// Data from elsewhere (a file, a reading, an older draft) brought into the shape that the form can show: what the schema of
// documents does not know is left out and named.
import { ask } from '../../shell/api.js';

/** @type {Promise<any> | undefined} */
let known;

/** The JSON Schema of documents, asked for once. */
export function schema() {
    known ??= ask('GET', '/schema').catch((fault) => {
        known = undefined;
        throw fault;
    });
    return known;
}

class Shaper {
    /** @param {any} root */
    constructor(root) {
        this.root = root;
        /** @type {string[]} */
        this.dropped = [];
    }

    /** @param {any} node @param {any} value @returns {any} the node without $ref and oneOf; undefined: none fits */
    resolved(node, value) {
        if (node.$ref) return this.resolved(this.root.$defs[node.$ref.split('/').pop()], value);
        if (!node.oneOf) return node;
        const branches = node.oneOf.map((/** @type {any} */ branch) => this.resolved(branch, value));
        return branches.find((/** @type {any} */ { properties: { kind } }) => (kind.enum ?? [kind.const]).includes(value?.kind));
    }

    /** @param {any} value @param {any} node @param {string} pointer @returns {any} undefined: cannot be kept */
    fit(value, node, pointer) {
        const rule = this.resolved(node, value);
        const types = [rule?.type ?? 'string'].flat();
        if (!rule) return this.drop(pointer);
        if (types.includes('object')) return this.object(value, rule, pointer);
        if (types.includes('array')) return this.array(value, rule, pointer);
        if (types.includes('number')) return typeof value === 'number' ? value : this.drop(pointer);
        return this.text(value, rule, pointer);
    }

    /** @param {string} pointer */
    drop(pointer) {
        this.dropped.push(pointer);
    }

    /** @param {any} value @param {any} rule @param {string} pointer */
    object(value, rule, pointer) {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.drop(pointer);
        /** @type {Record<string, any>} */
        const made = {};
        for (const [name, member] of Object.entries(value)) {
            if (name === 'provenance') continue;
            const inner = rule.properties?.[name];
            const kept = inner ? this.fit(member, inner, `${pointer}/${name}`) : this.drop(`${pointer}/${name}`);
            if (kept !== undefined) made[name] = kept;
        }
        for (const name of rule.required ?? []) made[name] ??= this.empty(rule.properties[name]);
        return made;
    }

    /** @param {any} node */
    empty(node) {
        const rule = this.resolved(node, undefined);
        if (rule?.type === 'array') return [];
        return rule?.type === 'object' ? this.object({}, rule, '') : (rule?.const ?? rule?.enum?.[0] ?? '');
    }

    /** @param {any} value @param {any} rule @param {string} pointer */
    array(value, rule, pointer) {
        if (!Array.isArray(value)) return value === null ? undefined : this.drop(pointer);
        return value.map((element, i) => this.fit(element, rule.items, `${pointer}/${i}`)).filter((element) => element !== undefined);
    }

    /** @param {any} value @param {any} rule @param {string} pointer */
    text(value, rule, pointer) {
        if (value === null) return undefined;
        if (!['string', 'number', 'boolean'].includes(typeof value)) return this.drop(pointer);
        const allowed = rule.enum ?? (rule.const ? [rule.const] : null);
        return allowed && !allowed.includes(value) ? this.drop(pointer) : String(value);
    }
}

/**
 * @param {any} value
 * @param {any} rules the schema
 * @returns {{ document: any, dropped: string[] }} dropped: pointers to what could not be kept
 */
export function shaped(value, rules) {
    const shaper = new Shaper(rules);
    const document = shaper.fit(value, rules, '') ?? shaper.object({}, rules, '');
    return { document, dropped: shaper.dropped };
}
