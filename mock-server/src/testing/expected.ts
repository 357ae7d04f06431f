/**
 * What a matcher may say of a value of this type: any of its attributes, at any depth, and no other. Data of one's own, such
 * as `properties`, stays free.
 */
export type Expected<Value> = Value extends readonly (infer Entry)[]
  ? readonly Expected<Entry>[]
  : Value extends object
    ? string extends keyof Value
      ? Readonly<Value>
      : { readonly [Name in keyof Value]?: Expected<Value[Name]> | undefined }
    : Value;
