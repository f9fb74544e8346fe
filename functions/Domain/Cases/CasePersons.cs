using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Cases;

public sealed partial record Case
{
    /// <summary>Keyed hashes of all whose number the case keeps.</summary>
    public IEnumerable<PersonHash> Everybody =>
        Representations.Select(one => one.Who.IdHash).Prepend(Applicant.IdHash).Concat(NamedMembers.Select(member => member.Person.IdHash));

    /// <summary>The same with what its people are found by told anew: an entry keeps only the hash under the key of its time.</summary>
    public Case Telling(Func<SealedApplicant, PersonHash> applicant, Func<SealedRepresentative, PersonHash> acting, Func<SealedMember, PersonHash> member)
    {
        var (first, who) = (Application.Representative, Representation?.Who);
        return this with
        {
            Application = Application with { Applicant = Applicant with { IdHash = applicant(Applicant) }, Representative = first is null ? null : first with { IdHash = acting(first) } },
            Representation = who is null ? null : Representation! with { Who = who with { IdHash = acting(who) } },
            EarlierRepresentations = [.. EarlierRepresentations.Select(earlier => earlier with { Who = earlier.Who with { IdHash = acting(earlier.Who) } })],
            NamedMembers = [.. NamedMembers.Select(known => known with { Person = known.Person with { IdHash = member(known.Person) } })],
        };
    }
}
