namespace OneVisit.Domain.Identity;

/// <summary>
/// With what the words of one journal are written and read: sealed with its data key, so that destroying the key takes them too. A journal of an earlier release gets its key with the first words that
/// are written in it from now on; what stands in it unsealed is read as it is.
/// </summary>
/// <param name="key">As it lies beside the journal; <c>null</c>: there is none.</param>
/// <param name="isNew">The journal is about to begin.</param>
public sealed class JournalInk(JournalSealer sealer, string journal, JournalKey? key, bool isNew)
{
    private const string Purpose = "words";

    private JournalKey? key = key;

    /// <summary>Made because there was none: it has to be kept with what was written. <c>null</c>: it is not needed.</summary>
    public JournalKey? Made { get; private set; }

    /// <exception cref="InvalidOperationException">The key was destroyed: nothing is written in an erased journal.</exception>
    public string Seal(string words) => sealer.Seal(key ??= Made = isNew ? sealer.New(journal) : sealer.NewLater(journal), words, Purpose);

    /// <returns>Nothing, where the key was destroyed or lost.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was tampered with, or the master key is not known. The message names no content.</exception>
    public string Open(string kept) => JournalSealer.IsSealed(kept) ? sealer.Open(key, kept, Purpose).TextOrNull ?? "" : kept;
}
