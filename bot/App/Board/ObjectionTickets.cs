using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OneVisit.Bot.Board;

/// <summary>
/// What the form on a board carries unseen: a name for this one objection, so that pressing twice sends it once, sealed, so that only a form of
/// ours has one. It is good for a day; nobody has to sign in and no cookie is set.
/// </summary>
internal sealed class ObjectionTickets(IDataProtectionProvider protection)
{
    private const int Longest = 500;
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("OneVisit.Objection").ToTimeLimitedDataProtector();

    public string New() => protector.Protect(Guid.NewGuid().ToString(), TimeSpan.FromDays(1));

    /// <returns>The submission id; <c>null</c>: it is none of ours, or too old.</returns>
    public string? Read(string? ticket)
    {
        if (ticket is null or { Length: 0 or > Longest })
            return null;
        try
        {
            return protector.Unprotect(ticket);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
