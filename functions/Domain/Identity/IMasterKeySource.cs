namespace OneVisit.Domain.Identity;

/// <summary>Where the master keys lie. They are never written by us there.</summary>
public interface IMasterKeySource
{
    /// <summary>All keys that may be used now, and which of them seals.</summary>
    /// <exception cref="InvalidDataException">What lies there is no set of keys, or others may read it; the message shows no key.</exception>
    /// <exception cref="MasterKeysUnavailableException">It does not answer; the keys at hand go on.</exception>
    Task<SealingKeys> ReadAsync(CancellationToken cancellation);
}

/// <summary>The place of the master keys does not answer.</summary>
public sealed class MasterKeysUnavailableException(Exception inner) : Exception("The master keys cannot be read now.", inner);
