using static OneVisit.Catalogue.Tests.AlteredCatalogue;

namespace OneVisit.Catalogue.Tests;

public sealed class InterviewLinterTests
{
    private const string File = "interview.yaml";

    [Theory]
    [InlineData("ask: local-hukou,", "ask: hukou,", FaultKind.UnknownReference, "hukou")]
    [InlineData("ask: area,", "ask: local-hukou,", FaultKind.DuplicateId, "local-hukou")]
    [InlineData("guesses: { rural: 60,", "guesses: { village: 60,", FaultKind.WrongValue, "village")]
    [InlineData("guesses: { rural: 60,", "guesses: { rural: 0,", FaultKind.WrongValue, "rural: 0")]
    [InlineData("guesses: { none: 70, car: 15", "guesses: { none: 70, yacht: 15", FaultKind.WrongValue, "yacht")]
    [InlineData("when: elder", "when: ancient", FaultKind.WrongValue, "when: ancient")]
    [InlineData("D7.1, D7.2] }", "D7.1, D7.3] }", FaultKind.UnknownReference, "D7.3")]
    [InlineData("wishes: [marriage,", "wishes: [wedding,", FaultKind.UnknownReference, "wedding")]
    [InlineData("service: D5.2, others", "service: D5.1, others", FaultKind.DuplicateId, "D5.1")]
    [InlineData("patience: 0.8\n", "", FaultKind.MissingKey, "patience")]
    public void A_mistake_in_the_interview_is_named(string text, string replacement, FaultKind kind, string subject) =>
        Assert.Contains(With(File, text, replacement), fault => fault.Kind == kind && fault.Subject == subject && fault.File == File);
}
