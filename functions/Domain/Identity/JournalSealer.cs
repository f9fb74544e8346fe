using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Identity;

/// <summary>
/// Seals what stands in journals, which are chained and can never be written anew. Each journal has a data key of its own (32 random bytes), from which a key per purpose
/// is derived; an envelope <c>v2.{data key}.{…}</c> opens only in its journal and for its purpose. Only the data key's wrapping names a master key.
/// </summary>
public sealed class JournalSealer(KeyRing ring)
{
    private const string Version = "v2";
    private const string Wrapping = "w1";
    private const int IdBytes = 8;

    private readonly Sealer earlier = new(ring);

    /// <summary>A new data key, wrapped by the current master key. Counts once it is stored beside the journal's first entry.</summary>
    public JournalKey New(string journal) => New(journal, JournalKey.Usual);

    /// <summary>The same for a journal that an earlier release began without one.</summary>
    public JournalKey NewLater(string journal) => New(journal, JournalKey.Later);

    /// <summary>Wrapped by the current master key and in today's form.</summary>
    public bool IsCurrent(JournalKey key) => key.Master == ring.Keys.Current;

    /// <summary>The same data key under the current master key: everything sealed with it opens as before.</summary>
    /// <exception cref="CryptographicException">The master key it is wrapped by is not known, or it was tampered with.</exception>
    /// <exception cref="InvalidOperationException">It was destroyed.</exception>
    public JournalKey WrapAnew(JournalKey key)
    {
        var data = Unwrap(key) ?? throw new InvalidOperationException($"The key of {key.Journal} was destroyed.");
        try
        {
            return Wrap(key.Journal, key.Id, data);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(data);
        }
    }

    /// <summary>It has the form of what is sealed with a journal's data key.</summary>
    public static bool IsSealed(string text) => text.StartsWith(Version + ".", StringComparison.Ordinal) && Envelope.Read(text) is not null;

    /// <exception cref="InvalidOperationException">The key was destroyed: nothing is sealed in an erased journal.</exception>
    public string Seal(JournalKey key, string clear, string purpose) => Seal(key, clear, purpose, KeyFor);

    /// <param name="keyFor">See <see cref="KeyFor"/>; who seals or opens much remembers it.</param>
    internal static string Seal(JournalKey key, string clear, string purpose, Func<JournalKey, string, byte[]> keyFor) =>
        Envelope.Seal(Version, key.Id, keyFor(key, purpose), Encoding.UTF8.GetBytes(clear), PurposeIn(key.Journal, purpose)).ToString();

    /// <summary>With what is sealed for a purpose in a journal.</summary>
    /// <exception cref="CryptographicException">The master key is not known, or it was tampered with.</exception>
    /// <exception cref="InvalidOperationException">The key was destroyed.</exception>
    internal byte[] KeyFor(JournalKey key, string purpose) =>
        Envelope.Derive(Unwrap(key) ?? throw new InvalidOperationException($"The key of {key.Journal} was destroyed."), PurposeIn(key.Journal, purpose));

    /// <param name="key">As it lies beside the journal; <c>null</c>: there is none, as beside journals of earlier releases.</param>
    /// <exception cref="CryptographicException">Not an envelope of this journal and purpose, the master key is not known, or tampered with. The message names no content.</exception>
    public Opened Open(JournalKey? key, string envelope, string purpose) => Open(key, envelope, purpose, KeyFor);

    internal Opened Open(JournalKey? key, string envelope, string purpose, Func<JournalKey, string, byte[]> keyFor)
    {
        if (key is { IsDestroyed: true })
            return new Opened.Erased();
        var read = Envelope.Read(envelope) ?? throw new CryptographicException();
        if (read.Version != Version)
            return new Opened.Clear(earlier.Open(envelope, purpose));
        // Nothing of the journal can be opened without its key, whoever took it away.
        if (key is null)
            return new Opened.Erased();
        // A key that came later where one had been before: that one is lost, and what was sealed with it.
        if (read.KeyId != key.Id)
            return key.CameLater ? new Opened.Erased() : throw new CryptographicException();
        return new Opened.Clear(Encoding.UTF8.GetString(read.Open(keyFor(key, purpose), PurposeIn(key.Journal, purpose))));
    }

    private JournalKey New(string journal, string kind)
    {
        var data = RandomNumberGenerator.GetBytes(SealingKeys.KeyLength);
        try
        {
            return Wrap(journal, kind + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), data);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(data);
        }
    }

    private JournalKey Wrap(string journal, string id, byte[] data)
    {
        var keys = ring.Keys;
        return new(journal, id, keys.Current, Envelope.Seal(Wrapping, keys.Current, WrapKey(keys.Find(keys.Current)!), data, WrapContext(journal, id)).ToString());
    }

    private byte[]? Unwrap(JournalKey key)
    {
        if (key.Wrapped is null)
            return null;
        if (Envelope.Read(key.Wrapped) is not { Version: Wrapping } read || ring.Keys.Find(read.KeyId) is not { } master)
            throw new CryptographicException();
        return read.Open(WrapKey(master), WrapContext(key.Journal, key.Id));
    }

    private static byte[] WrapKey(byte[] master) => Envelope.Derive(master, "wrap");

    private static string WrapContext(string journal, string id) => $"{journal}|{id}";

    private static string PurposeIn(string journal, string purpose) => $"journal|{journal}|{purpose}";
}
