namespace Kpr.Core.Cases.Content;

/// <summary>A file of the application. The bytes lie elsewhere, named by their hash.</summary>
/// <param name="Id">Id within the case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Name as the applicant had it.</param>
/// <param name="MediaType">Type, found by looking at the bytes.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Sha256">64 hexadecimal digits.</param>
/// <param name="Scan">What the scan said.</param>
public sealed record Attachment(string Id, AttachmentKind Kind, string FileName, string MediaType, long Bytes, string Sha256, ScanResult Scan);
