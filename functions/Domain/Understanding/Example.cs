namespace OneVisit.Domain.Understanding;

/// <summary>Something people say, and what they mean by it.</summary>
/// <param name="Code">A service, or one of <see cref="Meanings"/>.</param>
/// <param name="Topic">Which of several things of that code: an office for <see cref="Meanings.OffTopic"/>, a kind for <see cref="Meanings.Emergency"/>.</param>
/// <remarks>The same words with two codes may mean either.</remarks>
public sealed record Example(string Code, string Said, string? Topic = null);
