using OneVisit.Domain.Identity;

namespace OneVisit.Functions.Uploads;

/// <summary>Who sent what, as far as that is kept beside a paper: sealed for whoever is told, hashed for counting.</summary>
public sealed class Senders(Sealer sealer, LookupHash lookup)
{
    private const string SenderPurpose = "quarantine-sender";

    /// <summary>Who sent a paper that waits for the virus scanner.</summary>
    public string Seal(string participant) => sealer.Seal(participant, SenderPurpose);

    public string Open(string sealedSender) => sealer.Open(sealedSender, SenderPurpose);

    /// <summary>The same under the key that seals now.</summary>
    /// <returns><c>null</c>: it is so already.</returns>
    public string? Anew(string sealedSender) => sealer.IsCurrent(sealedSender) ? null : Seal(Open(sealedSender));

    /// <summary>Under it is counted how much somebody sent today.</summary>
    public string CountedUnder(string participant) => lookup.Of("uploads", participant);
}
