# What few programs ask `types` for.

from _descriptors import member_descriptor as MemberDescriptorType

TracebackType, FrameType = frame_types()
