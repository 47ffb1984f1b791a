/** A file that cannot be read as a whole, told in Chinese to whoever sent it in; it quotes nothing of the file. */
export class FileFault extends Error {
  override readonly name = "FileFault";
}
