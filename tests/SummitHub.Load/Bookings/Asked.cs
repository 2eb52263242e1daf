namespace SummitHub.Load.Bookings;

/// <summary>One booking that is asked for: two principals and a room, for some minutes.</summary>
/// <param name="Number">Its place in the sequence.</param>
/// <param name="First">A principal of the one side, from 0.</param>
/// <param name="Second">A principal of the other side, from 0.</param>
/// <param name="Room">A room, from 0.</param>
/// <param name="Day">The day, from 0.</param>
/// <param name="StartMinute">Minutes after midnight.</param>
/// <param name="Minutes">How long.</param>
internal readonly record struct Asked(int Number, int First, int Second, int Room, int Day, int StartMinute, int Minutes);
