using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility.Counting;

/// <summary>The line of law by which somebody counts as a member of the household, or does not (民发〔2021〕57号).</summary>
public enum MemberLine
{
    Applicant,
    Spouse,
    MinorChild,

    /// <summary>Of age, and cannot live on own means; full-time undergraduates too.</summary>
    DependentChild,

    /// <summary>Bound by a legal duty of support, and living together for long.</summary>
    DutyAndLivingTogether,

    /// <summary>From here on: does not count.</summary>
    Clergy,
    InPrison,
    ForcedRehabilitation,
    DeclaredMissing,

    /// <summary>Bound by duty, living elsewhere on own means.</summary>
    LivesApart,
    NoDuty,
}

/// <summary>Does this person count as a member?</summary>
/// <param name="Counts"><c>null</c> while it cannot be told.</param>
/// <param name="Line"><c>null</c> as long as <paramref name="Counts"/> is.</param>
public readonly record struct Standing(bool? Counts, MemberLine? Line)
{
    private const int Majority = 18;

    private static Standing NotTold => default;

    /// <summary>
    /// On this day. Who is left out is so whatever the relation; who belongs counts only once it is told that nothing leaves them out.
    /// A grown-up child owes the applicant support, and so counts as well when living together for long [our reading].
    /// </summary>
    public static Standing Of(Person person, DateOnly day)
    {
        var isLeftOut = person.Away?.IsLeftOutOn(day);
        if (isLeftOut == true)
            return new(false, LineOf(person.Away!.Reason));
        var belongs = Belonging(person, day);
        return isLeftOut is null && belongs.Counts == true ? NotTold : belongs;
    }

    private static Standing Belonging(Person person, DateOnly day) => person.Relation switch
    {
        Relation.Self => new(true, MemberLine.Applicant),
        Relation.Spouse => new(true, MemberLine.Spouse),
        Relation.Child => OfChild(person, day),
        Relation.Parent or Relation.OtherWithDuty => ByLivingTogether(person),
        Relation.Other => new(false, MemberLine.NoDuty),
        _ => NotTold,
    };

    private static Standing OfChild(Person person, DateOnly day)
    {
        bool? isMinor = person.BornOn is { } born ? born.AgeOn(day) < Majority : null;
        if (isMinor == true)
            return new(true, MemberLine.MinorChild);
        var isDependent = person.IsDependent | person.StudiesUpToBachelor;
        if (isDependent == true)
            return new(true, MemberLine.DependentChild);
        var together = ByLivingTogether(person);
        return together.Counts == false && (isMinor | isDependent) is null ? NotTold : together;
    }

    private static Standing ByLivingTogether(Person person) => person.LivesInLongTerm switch
    {
        true => new(true, MemberLine.DutyAndLivingTogether),
        false => new(false, MemberLine.LivesApart),
        null => NotTold,
    };

    private static MemberLine LineOf(Absence reason) => reason switch
    {
        Absence.Clergy => MemberLine.Clergy,
        Absence.InPrison => MemberLine.InPrison,
        Absence.ForcedRehabilitation => MemberLine.ForcedRehabilitation,
        Absence.DeclaredMissing => MemberLine.DeclaredMissing,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
