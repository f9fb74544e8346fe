namespace OneVisit.Storage;

/// <summary>The store did not answer, after a few tries. What was asked may or may not have happened; asking again is safe.</summary>
public sealed class StorageUnavailableException(Exception? inner = null) : Exception("The store does not answer.", inner);
