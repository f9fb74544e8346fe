using Microsoft.AspNetCore.Http;
using OneVisit.Contracts;
using OneVisit.Functions.Cases;

namespace OneVisit.Functions.Oversight;

/// <summary>Complaints and objections are opened by whoever has their code, and by nobody else.</summary>
public sealed class PickedUp(MatterCabinet matters, PersonalData personal)
{
    /// <returns><c>null</c>: there is none of that number, or the code in <see cref="Headers.PickupCode"/> is another's.</returns>
    public async Task<MatterFile?> FindAsync(HttpRequest request, string matterId, CancellationToken cancellation)
    {
        var code = request.Headers[Headers.PickupCode].ToString().Trim().ToUpperInvariant();
        return await matters.FindAsync(matterId, cancellation) is { } file && personal.IsPickup(file.Current.Subject.FetchedWith, matterId, code) ? file : null;
    }
}
