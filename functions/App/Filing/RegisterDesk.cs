using System.Globalization;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Filing;

/// <summary>Numbers of the city's register, computed and not typed, and the entry of every case that was filed.</summary>
public sealed class RegisterDesk(FilingRegister register)
{
    /// <summary>The case's number: the same however often and by how many it is asked for.</summary>
    public async Task<string> NumberForAsync(CaseFile file, CancellationToken cancellation)
    {
        // The year of the decision: whoever tries again in January does not leave a number of last year unused.
        var year = BeijingTime.DayOf(file.Current.Decision!.At).Year;
        return NumberOf(year, file.Current.Application.Service, await register.TakeAsync(year, file.Current.Application.Service, file.CaseId, cancellation));
    }

    /// <summary>Enters a case that was filed after a version of its journal.</summary>
    public async Task EnterAsync(CaseFile file, int after, CancellationToken cancellation)
    {
        if (file.Entries.FirstOrDefault(entry => entry.Sequence > after && entry.Event is Filed) is not { Event: Filed filed } entry || file.Current.Decision is not { } decision)
            return;
        var current = file.Current;
        var approved = decision.Outcome as CaseOutcome.Approved;
        await register.EnterAsync(
            new FiledCase(
                filed.RegisterNumber, current.CaseId, current.Application.Service, MatterDecisions.PointOf(current), current.Applicant.VillageCode, current.Applicant.NameMasked,
                BeijingTime.DayOf(decision.At), entry.At, entry.Actor.Name, Typed: !IsOurs(filed.RegisterNumber), approved?.Monthly, approved?.Once),
            cancellation);
    }

    /// <summary>For example <c>新民备〔2026〕D1.2-0012号</c>; made up, like the city's seal.</summary>
    internal static string NumberOf(int year, string item, int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}〔{year}〕{item}-{number:D4}号");

    private static bool IsOurs(string number) => number.StartsWith(Prefix + "〔", StringComparison.Ordinal);

    private const string Prefix = "新民备";
}
