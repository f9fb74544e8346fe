using System.Collections.Immutable;
using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Services;

/// <summary>A paper on a one-time list.</summary>
/// <param name="Material">As the strictest of the services uses it.</param>
/// <param name="AsOf">The day its register was looked at; <c>null</c>: it was not.</param>
/// <param name="Services">Codes of the services that need it, in the order they were asked for.</param>
public sealed record MaterialLine(Material Material, Provision Provision, DateOnly? AsOf, ImmutableArray<string> Services)
{
    public string Code => Material.Code;

    /// <summary>The resident has to bring it.</summary>
    public bool IsAsked => Provision.IsAsked();

    /// <summary>容缺: may follow within so many working days after acceptance; <c>null</c>: may not.</summary>
    public int? LaterWorkingDays => IsAsked && Material.MayBePutOff ? Material.DeferrableWorkingDays : null;

    /// <summary>告知承诺: the applicant may choose a signed commitment instead.</summary>
    public bool CommitmentInLieu => IsAsked && Material.MayBePutOff && Material.CommitmentInLieu;

    /// <summary>The last day of an application accepted on a day; <c>null</c>: it may not follow later.</summary>
    public DueDate? LaterBy(DateOnly acceptedOn, WorkingDayCalendar calendar) => LaterWorkingDays is { } days ? calendar.After(acceptedOn, days) : null;

    internal static MaterialLine Of(Material material, string service, IReadOnlyDictionary<string, Holding> holdings)
    {
        var holding = holdings.GetValueOrDefault(material.Code) ?? ByCatalogue(material);
        return new(material, ProvisionOf(material.Sharing, holding), AsOfIn(holding), [service]);
    }

    // Asked for in one service, it is asked for in all; put off only where all of them allow it, by the earliest day.
    internal MaterialLine And(MaterialLine other)
    {
        const int AnyDay = int.MaxValue;
        var asked = Provision <= other.Provision ? this : other;
        var days = Math.Min(LaterWorkingDaysOr(AnyDay), other.LaterWorkingDaysOr(AnyDay));
        return asked with
        {
            Material = asked.Material with
            {
                DeferrableWorkingDays = days is > 0 and < AnyDay ? days : null,
                CommitmentInLieu = (!IsAsked || CommitmentInLieu) && (!other.IsAsked || other.CommitmentInLieu),
                AfterResult = (!IsAsked || Material.AfterResult) && (!other.IsAsked || other.Material.AfterResult),
            },
            Services = [.. Services, .. other.Services],
        };
    }

    // Nobody else was asked: what the platform holds is held; where departments are to be asked first and were not, we do not know.
    private static Holding ByCatalogue(Material material) => material switch
    {
        { FromPlatform: true } => new Holding.Held(),
        { When: MaterialCondition.NotOnRecord } => new Holding.Unknown(),
        _ => new Holding.NotHeld(),
    };

    private static Provision ProvisionOf(MaterialSharing sharing, Holding holding) => (sharing, holding) switch
    {
        (MaterialSharing.Prefilled, _) => Provision.Prefilled,
        (MaterialSharing.No or MaterialSharing.Never, _) => Provision.Needed,
        (_, Holding.Held) => Provision.Held,
        (_, Holding.NotHeld { AsOf: null }) => Provision.Needed,
        (_, Holding.NotHeld) => Provision.NotFound,
        (MaterialSharing.Yes, _) => Provision.LookedUpLater,
        _ => Provision.Unverified,
    };

    private static DateOnly? AsOfIn(Holding holding) => holding switch
    {
        Holding.Held held => held.AsOf,
        Holding.NotHeld none => none.AsOf,
        _ => null,
    };

    /// <param name="held">What a service says that does not ask for it: any day will do.</param>
    private int LaterWorkingDaysOr(int held) => IsAsked ? LaterWorkingDays ?? 0 : held;
}
