using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>The file that goes to the city.</summary>
public sealed class PackageTests
{
    private static readonly FilingPackaged Packaged = new("id", "ab12", 7, 5_000, "head", []);

    [Fact]
    public void A_delivered_case_needs_its_package_and_one_that_is_filed_does_not() =>
        Assert.Equal((false, true, false), (CaseDecisions.NeedsPackage(Story.AtDecide.Case), CaseDecisions.NeedsPackage(Story.Approved.Case), CaseDecisions.NeedsPackage(Story.Closed.Case)));

    [Fact]
    public void A_refused_case_goes_to_no_file() =>
        Assert.False(CaseDecisions.NeedsPackage(Story.AtReview.Did("review-r1", Forms.ProposeRefusal, Town.Officer).Did("decide-r1", Forms.Refuse, Town.Chief).Case));

    [Fact]
    public void Put_together_it_is_not_put_together_again()
    {
        var packed = Story.Approved.After(CaseDecisions.Package(Story.Approved.Case, Packaged));

        Assert.Equal(("ab12", 7, false), (packed.Case.Package!.Hash, packed.Case.Package.Items, CaseDecisions.NeedsPackage(packed.Case)));
        CaseDecisions.Package(packed.Case, Packaged).Brings();
    }

    [Fact]
    public void A_paper_that_comes_in_before_the_filing_makes_it_anew()
    {
        var late = Story.Approved.After(CaseDecisions.Package(Story.Approved.Case, Packaged)).With(Actor.System, new DocumentAdded("d", "M07", "image/png", 5));

        Assert.True(CaseDecisions.NeedsPackage(late.Case));
        CaseDecisions.Package(late.Case, Packaged with { DocumentId = "other" }).Brings(Packaged with { DocumentId = "other" });
    }

    [Fact]
    public void What_is_owed_to_the_file_and_not_in_it_is_named() =>
        Assert.Equal(
            [PackagePieces.NoticeProof, PackagePieces.DecisionLetter],
            PackagePieces.MissingIn(Story.Approved.Case, Town.Procedure, new HashSet<string>()).AsEnumerable());

    [Fact]
    public void With_its_papers_nothing_is_missing() =>
        Assert.Empty(PackagePieces.MissingIn(Story.Approved.Case, Town.Procedure, new HashSet<string> { PaperKinds.NoticeCertificate, PaperKinds.DecisionLetter }));
}
