using System.Security.Cryptography;

namespace OneVisit.Domain.Identity;

/// <summary>
/// With what the words of one journal are written and read, and what was told: sealed with its data key, so that destroying the key takes them too. A journal of an earlier release gets its key with the
/// first of them that are written in it from now on; what stands in it unsealed is read as it is.
/// </summary>
/// <param name="key">As it lies beside the journal; <c>null</c>: there is none.</param>
/// <param name="isNew">The journal is about to begin.</param>
public sealed class JournalInk(JournalSealer sealer, string journal, JournalKey? key, bool isNew)
{
    private const string Words = "words";
    private const string Told = "told";

    // A long journal has a hundred of them: the key is unwrapped for the first.
    private readonly Dictionary<string, byte[]> known = new(StringComparer.Ordinal);

    private JournalKey? key = key;

    /// <summary>Made because there was none: it has to be kept with what was written. <c>null</c>: it is not needed.</summary>
    public JournalKey? Made { get; private set; }

    /// <exception cref="InvalidOperationException">The key was destroyed: nothing is written in an erased journal.</exception>
    public string Seal(string words) => Seal(words, Words);

    /// <returns>Nothing, where the key was destroyed or lost.</returns>
    /// <exception cref="CryptographicException">It was tampered with, or the master key is not known. The message names no content.</exception>
    public string Open(string kept) => JournalSealer.IsSealed(kept) ? sealer.Open(key, kept, Words, KeyFor).TextOrNull ?? "" : kept;

    /// <summary>What is no words: figures, answers, facts.</summary>
    /// <exception cref="InvalidOperationException">The key was destroyed: nothing is written in an erased journal.</exception>
    public string SealTold(string json) => Seal(json, Told);

    /// <returns><c>null</c>: the key was destroyed, and with it what was told.</returns>
    /// <exception cref="CryptographicException">
    /// It was tampered with, or the master key is not known. Also where the data key was lost: words may be missing, but an amount that is missing would be read as none.
    /// </exception>
    public string? OpenTold(string kept) => sealer.Open(key, kept, Told, KeyFor).TextOrNull ?? (key is { IsDestroyed: true } ? null : throw new CryptographicException());

    private string Seal(string clear, string purpose) => JournalSealer.Seal(key ??= Made = isNew ? sealer.New(journal) : sealer.NewLater(journal), clear, purpose, KeyFor);

    private byte[] KeyFor(JournalKey of, string purpose) => known.TryGetValue(purpose, out var derived) ? derived : known[purpose] = sealer.KeyFor(of, purpose);
}
