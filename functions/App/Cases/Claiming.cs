using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>Claims of submissions, under whichever look-up key they came first.</summary>
internal static class Claiming
{
    /// <param name="owner">Whose submission it is: nobody can claim another's.</param>
    /// <param name="content">What was submitted, of which a keyed hash is kept.</param>
    /// <param name="number">Of what becomes of it, if it is new.</param>
    public static Task<SubmissionClaim> ClaimAsync(
        this SubmissionRegister register, PersonalData personal, string owner, string submissionId, string content, string number, CancellationToken cancellation) => register.ClaimAsync(
            personal.SubmissionKeys(owner, submissionId), personal.ContentHash(content), number, kept => personal.IsContent(kept, content), cancellation);
}
