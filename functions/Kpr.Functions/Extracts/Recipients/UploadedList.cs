namespace Kpr.Functions.Extracts.Recipients;

/// <summary>A list of identity numbers as it was uploaded. What is in it, nobody here can see.</summary>
/// <param name="Name">The name that the applicant gave it.</param>
/// <param name="List">Its id, by which an extract names it.</param>
/// <param name="Bytes">Its length, encrypted.</param>
/// <param name="At">When it came (UTC).</param>
public sealed record UploadedList(string Name, string List, long Bytes, DateTime At);
