/**
 * A fault that ends the start. Its message is one sentence for the person at the terminal: what is wrong and what to do.
 * It is printed as it is, without a stack trace.
 */
export class StartFault extends Error {
  override readonly name = "StartFault";
}
