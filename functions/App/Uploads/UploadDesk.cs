using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Documents;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Uploads;

/// <summary>What becomes of a posted file that was looked through.</summary>
internal abstract record Admission
{
    /// <summary>It may be kept.</summary>
    public sealed record Clean : Admission;

    /// <summary>Nobody could look for viruses: it waits in quarantine.</summary>
    public sealed record Waits(QuarantinedPaper Paper) : Admission;

    public sealed record Refused(IActionResult Answer) : Admission;

    private Admission()
    {
    }
}

/// <summary>What every posted file passes before it is a paper: how many there were today, and the virus scanner where there is one.</summary>
public sealed class UploadDesk(UploadBook book, QuarantineStore quarantine, IVirusScan scan, Senders senders, TimeProvider clock, ILogger<UploadDesk> logger)
{
    /// <param name="place">Where it is to go.</param>
    internal async Task<Admission> AdmitAsync(HttpRequest request, Paper paper, QuarantinePlace place, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var allowed = caller is Caller.Staff ? UploadAllowance.StaffsDay : UploadAllowance.ResidentsDay;
        if (!await book.TryCountAsync(senders.CountedUnder(caller.Participant), clock.Today(), paper.Content.Length, allowed, cancellation))
            return new Admission.Refused(Problems.TooManyFiles(request, "problem.too-many-files", allowed));
        switch (await scan.ScanAsync(paper.Content, cancellation))
        {
            case ScanAnswer.Clean:
                return new Admission.Clean();
            case ScanAnswer.Found found:
                logger.LogWarning("A file with {Virus} was refused", found.Name);
                return new Admission.Refused(Problems.FileRefused(request, "problem.file.infected"));
            case ScanAnswer.NotScanned not:
                logger.LogError("A file waits in quarantine: the virus scanner did not look at it ({Why})", not.Why);
                return new Admission.Waits(
                    await quarantine.PutAsync(place, paper.Material, paper.Type, BinaryData.FromBytes(paper.Content), senders.Seal(caller.Participant), cancellation));
            default:
                throw new NotSupportedException();
        }
    }
}
